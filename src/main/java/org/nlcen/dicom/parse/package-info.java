/** From bytes to a data set: limits before allocation, damage named, pixel data left in the file until asked for. */
package org.nlcen.dicom.parse;
